// The compiler's tree in the vocabulary that both sides share: the kind names of our SyntaxKind, in preorder.
//
// Where the two layouts differ, the difference is taken out here (for theirs) and in ComparableTree.cs (for ours):
//   theirs only   punctuation, operators, keywords and modifiers that stand as child tokens; CaseBlock; EndOfFileToken; the SourceFile itself
//   ours only     the wrappers named in `roles` below: a child of ours inside one carries the wrapper's name as its role,
//                 and theirs carries it when it hangs in the property that the wrapper stands for
//   renamed       AnyKeyword … -> KeywordType (the keyword becomes the operator); TemplateLiteralTypeSpan -> TemplateSpan;
//                 JSDoc…Type -> JSDocType
//                 an Identifier without a character -> Missing (what "throw" throws when the line ends behind it)
//   no span       OmittedExpression (the compiler gives it the place before the white space); an empty JsxAttributes is left out
//   JsxText       spans its white space too
// Spans are getStart() to end, JSDoc never counted, in UTF-8 bytes.
import ts from "typescript";

const K = ts.SyntaxKind;

/** Names without the First…/Last… aliases, which come later in the enumeration than the name they stand for. */
const kindName = [];
for (const name of Object.keys(K)) {
  if (Number.isNaN(Number(name)) && kindName[K[name]] === undefined)
    kindName[K[name]] = name;
}
kindName[K.Unknown] = "Unknown";

const renamed = new Map([[K.TemplateLiteralTypeSpan, "TemplateSpan"]]);
for (let kind = K.FirstJSDocNode; kind <= K.LastJSDocNode; kind++) {
  if (kindName[kind].endsWith("Type"))
    renamed.set(kind, "JSDocType");
}

const keywordTypes = new Set([
  K.AnyKeyword, K.BigIntKeyword, K.BooleanKeyword, K.IntrinsicKeyword, K.NeverKeyword, K.NumberKeyword, K.ObjectKeyword,
  K.StringKeyword, K.SymbolKeyword, K.UndefinedKeyword, K.UnknownKeyword, K.VoidKeyword,
]);

const keywordExpressions = new Set([K.NullKeyword, K.TrueKeyword, K.FalseKeyword, K.ThisKeyword, K.SuperKeyword, K.ImportKeyword]);

/** What a kind becomes: undefined is a token that is left out. */
const sharedKind = kindName.map((name, kind) => {
  if (keywordTypes.has(kind))
    return "KeywordType";
  if (keywordExpressions.has(kind))
    return name;
  const literal = kind >= K.NumericLiteral && kind <= K.TemplateTail;
  if (kind < K.Identifier && !literal)
    return undefined;
  if (kind > K.PrivateIdentifier && kind < K.QualifiedName)
    return undefined;
  return renamed.get(kind) ?? name;
});

const transparent = new Set([K.CaseBlock]);

/** The names of our TokenKind for theirs. */
export function tokenName(kind) {
  const name = kindName[kind].replace(/(Token|Keyword)$/, "");
  return name === "Readonly" ? "ReadOnly" : name;
}

const modifierFlag = new Map([
  [K.AsyncKeyword, "Async"], [K.StaticKeyword, "Static"], [K.ReadonlyKeyword, "Readonly"], [K.AbstractKeyword, "Abstract"],
  [K.DeclareKeyword, "Declare"], [K.ExportKeyword, "Export"], [K.DefaultKeyword, "Default"], [K.PublicKeyword, "Public"],
  [K.PrivateKeyword, "Private"], [K.ProtectedKeyword, "Protected"], [K.OverrideKeyword, "Override"], [K.AccessorKeyword, "Accessor"],
  [K.InKeyword, "In"], [K.OutKeyword, "Out"], [K.ConstKeyword, "Const"],
]);

export const roles = [
  "ForInitializer", "ForCondition", "ForIncrement", "ClassBody", "InterfaceBody", "FinallyClause", "TypeParameterList", "TypeConstraint",
  "TypeDefault", "ParameterList", "TypeAnnotation", "TypeArgumentList", "Initializer", "PropertyNamePart", "ArgumentList", "MappedNameType",
];

function within(list, child) {
  return list !== undefined && child.pos >= list.pos && child.end <= list.end;
}

/** The wrapper of ours in which a child hangs, or undefined. */
function roleOf(parent, child) {
  switch (parent.kind) {
    case K.ForStatement:
      return child === parent.initializer ? "ForInitializer" : child === parent.condition ? "ForCondition"
        : child === parent.incrementor ? "ForIncrement" : undefined;
    case K.TryStatement:
      return child === parent.finallyBlock ? "FinallyClause" : undefined;
    case K.TypeParameter:
      // "T extends 1 + 1" is wrong and hangs in a property of its own.
      return child === parent.constraint || child === parent.expression ? "TypeConstraint" : child === parent.default ? "TypeDefault" : undefined;
    case K.BindingElement:
      return child === parent.propertyName ? "PropertyNamePart" : child === parent.initializer ? "Initializer" : undefined;
    case K.EnumMember:
      return child === parent.initializer ? "Initializer" : undefined;
    case K.ShorthandPropertyAssignment:
      return child === parent.objectAssignmentInitializer ? "Initializer" : undefined;
    case K.VariableDeclaration: case K.Parameter: case K.PropertyDeclaration: case K.PropertySignature:
      return child === parent.initializer ? "Initializer" : child === parent.type ? "TypeAnnotation" : undefined;
    case K.FunctionDeclaration: case K.FunctionExpression: case K.ArrowFunction: case K.MethodDeclaration: case K.MethodSignature:
    case K.Constructor: case K.GetAccessor: case K.SetAccessor: case K.CallSignature: case K.ConstructSignature:
    case K.FunctionType: case K.ConstructorType: case K.JSDocFunctionType:
      return child.kind === K.Parameter ? "ParameterList" : child.kind === K.TypeParameter ? "TypeParameterList"
        : child === parent.type ? "TypeAnnotation" : undefined;
    case K.IndexSignature:
      return child === parent.type ? "TypeAnnotation" : undefined;
    case K.MappedType:
      return child === parent.nameType ? "MappedNameType" : child === parent.type ? "TypeAnnotation" : undefined;
    case K.ClassDeclaration: case K.ClassExpression:
      return child.kind === K.TypeParameter ? "TypeParameterList" : within(parent.members, child) ? "ClassBody" : undefined;
    case K.InterfaceDeclaration:
      return child.kind === K.TypeParameter ? "TypeParameterList" : within(parent.members, child) ? "InterfaceBody" : undefined;
    case K.TypeAliasDeclaration:
      return child.kind === K.TypeParameter ? "TypeParameterList" : undefined;
    case K.CallExpression: case K.NewExpression:
      return child === parent.expression ? undefined : within(parent.typeArguments, child) ? "TypeArgumentList"
        : within(parent.arguments, child) ? "ArgumentList" : undefined;
    case K.TaggedTemplateExpression: case K.ExpressionWithTypeArguments: case K.TypeReference: case K.TypeQuery: case K.ImportType:
    case K.JsxOpeningElement: case K.JsxSelfClosingElement:
      return within(parent.typeArguments, child) ? "TypeArgumentList" : undefined;
    default:
      return undefined;
  }
}

/** Some modifiers are wrong where they stand, which only the checker reports, and our nodes have no room for them there. */
function hasRoom(node, flag) {
  switch (flag) {
    case "Async": return node.kind !== K.ModuleDeclaration && node.kind !== K.TypeParameter;
    case "In": case "Out": return node.kind === K.TypeParameter;
    default: return true;
  }
}

/** Our NodeFlags for a node of theirs, as names. */
function flagsOf(node, flags) {
  flags.length = 0;
  if (node.modifiers !== undefined) {
    for (const modifier of node.modifiers) {
      const flag = modifierFlag.get(modifier.kind);
      if (flag !== undefined && hasRoom(node, flag))
        flags.push(flag);
    }
  }
  switch (node.kind) {
    case K.FunctionDeclaration: case K.FunctionExpression: case K.MethodDeclaration:
      if (node.asteriskToken !== undefined) flags.push("Generator");
      if (node.questionToken !== undefined) flags.push("Optional");
      if (node.exclamationToken !== undefined) flags.push("Definite");
      break;
    case K.YieldExpression:
      if (node.asteriskToken !== undefined) flags.push("Delegate");
      break;
    case K.PropertyAccessExpression: case K.ElementAccessExpression: case K.CallExpression:
    case K.TaggedTemplateExpression:
      if (node.questionDotToken !== undefined) flags.push("Optional");
      break;
    case K.Parameter: case K.BindingElement: case K.NamedTupleMember: case K.PropertyDeclaration: case K.PropertySignature: case K.MethodSignature:
    case K.JsxExpression: case K.ShorthandPropertyAssignment: case K.PropertyAssignment:
      if (node.questionToken !== undefined) flags.push("Optional");
      if (node.dotDotDotToken !== undefined) flags.push("Rest");
      if (node.exclamationToken !== undefined) flags.push("Definite");
      break;
    case K.MappedType:
      // `-readonly` and `-?` take away.
      if (node.readonlyToken !== undefined && node.readonlyToken.kind !== K.MinusToken) flags.push("Readonly");
      if (node.questionToken !== undefined && node.questionToken.kind !== K.MinusToken) flags.push("Optional");
      break;
    case K.VariableDeclaration:
      if (node.exclamationToken !== undefined) flags.push("Definite");
      break;
    case K.VariableDeclarationList:
      switch (node.flags & ts.NodeFlags.BlockScoped) {
        case ts.NodeFlags.Let: flags.push("Let"); break;
        case ts.NodeFlags.Const: flags.push("Const"); break;
        case ts.NodeFlags.Using: flags.push("Using"); break;
        case ts.NodeFlags.AwaitUsing: flags.push("Using", "Await"); break;
      }
      break;
    case K.ForOfStatement:
      if (node.awaitModifier !== undefined) flags.push("Await");
      break;
    case K.ImportClause:
      if (node.phaseModifier === K.TypeKeyword) flags.push("TypeOnly");
      if (node.phaseModifier === K.DeferKeyword) flags.push("Defer");
      break;
    case K.ImportSpecifier: case K.ImportEqualsDeclaration: case K.ExportDeclaration: case K.ExportSpecifier:
      if (node.isTypeOnly) flags.push("TypeOnly");
      break;
    case K.ImportType:
      if (node.isTypeOf) flags.push("TypeOnly");
      break;
    case K.TypePredicate:
      if (node.assertsModifier !== undefined) flags.push("Asserts");
      break;
    case K.ModuleDeclaration:
      if (node.flags & ts.NodeFlags.GlobalAugmentation) flags.push("Global");
      break;
    case K.ExportAssignment:
      if (!node.isExportEquals) flags.push("Default");
      break;
  }
}

function operatorOf(node) {
  switch (node.kind) {
    case K.BinaryExpression: return node.operatorToken.kind;
    case K.PrefixUnaryExpression: case K.PostfixUnaryExpression: case K.TypeOperator: return node.operator;
    case K.HeritageClause: return node.token;
    case K.MetaProperty: return node.keywordToken;
    default: return keywordTypes.has(node.kind) ? node.kind : undefined;
  }
}

/** Parses as `tsc` would, without JSDoc, which is no part of the comparison. `asked` are options of the compiler: "module=node16,target=es2022". */
export function parse(name, text, asked) {
  const options = { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  if (asked !== undefined) {
    const compilerOptions = compilerOptionsOf(asked);
    options.languageVersion = compilerOptions.target ?? ts.ScriptTarget.ESNext;
    // What makes a file a module, by options of the program; the file's own imports and exports are the default.
    options.setExternalModuleIndicator = ts.getSetExternalModuleIndicator(compilerOptions);
  }
  return ts.createSourceFile(name, text, options, /*setParentNodes*/ false);
}

function compilerOptionsOf(asked) {
  const json = Object.fromEntries(asked.split(",").map(pair => pair.split("=")));
  if (json.moduledetection !== undefined)
    json.moduleDetection = json.moduledetection;
  return ts.convertCompilerOptionsFromJson(json, "/").options;
}

/** The name that both sides have for a kind; undefined for tokens and for kinds that only one has. */
export function nameOfKind(kind) {
  return sharedKind[kind];
}

/** UTF-16 offsets to UTF-8 offsets; undefined when they are the same. */
export function byteOffsets(text) {
  if (Buffer.byteLength(text) === text.length)
    return undefined;
  const offsets = new Int32Array(text.length + 1);
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    offsets[i] = bytes;
    const unit = text.charCodeAt(i);
    // Both halves of a pair are two bytes each, four together.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit & 0xf800) === 0xd800 ? 2 : 3;
  }
  offsets[text.length] = bytes;
  return offsets;
}

/**
 * Calls visit(kind, role, depth, start, end, flags, operator) for every shared node in preorder.
 * kind, role and operator are names; flags is an array of names that is used again for the next node.
 */
export function walk(file, visit) {
  const text = file.text;
  const offsets = byteOffsets(text);
  const flags = [];
  const children = [];
  // A stack of our own: chains of 50,000 operators are fine for the parser and too deep for recursion here.
  const nodes = [];
  const depths = [];
  const parents = [];
  const push = (parent, depth) => {
    children.length = 0;
    ts.forEachChild(parent, child => { children.push(child); });
    for (let i = children.length - 1; i >= 0; i--) {
      nodes.push(children[i]);
      depths.push(depth);
      parents.push(parent);
    }
  };
  push(file, 0);
  while (nodes.length > 0) {
    const node = nodes.pop();
    const depth = depths.pop();
    const parent = parents.pop();
    if (transparent.has(node.kind)) {
      push(node, depth);
      continue;
    }
    const kind = node.kind === K.Identifier && node.escapedText === "" ? "Missing" : sharedKind[node.kind];
    if (kind === undefined || (node.kind === K.JsxAttributes && node.properties.length === 0))
      continue;
    let start = node.kind === K.JsxText ? node.pos : node.getStart(file, false);
    let end = node.end;
    if (node.kind === K.OmittedExpression)
      start = end = 0;
    if (offsets !== undefined) {
      start = offsets[start];
      end = offsets[end];
    }
    flagsOf(node, flags);
    const operator = operatorOf(node);
    visit(kind, roleOf(parent, node), depth, start, end, flags, operator === undefined ? undefined : tokenName(operator));
    push(node, depth + 1);
  }
}
