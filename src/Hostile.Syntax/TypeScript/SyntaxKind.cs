namespace Hostile.Syntax.TypeScript;

/// <summary>
/// What a node is. Names follow the TypeScript compiler's, so that the two trees can be compared.
/// The comment after a kind lists its children in source order: <c>?</c> may be absent, <c>*</c> any number.
/// Lists that could be confused with a neighbour have a node of their own, so a child is found by its kind or place, never by guessing.
/// </summary>
public enum SyntaxKind : byte
{
    /// <summary>A place where the grammar wants something and the text has nothing; errors only. Zero width, but for decorators and modifiers that precede no declaration: those are its children.</summary>
    Missing,

    SourceFile, // Statement*

    // ---- statements
    Block, // Statement*
    EmptyStatement,
    VariableStatement, // Modifier* VariableDeclarationList
    VariableDeclarationList, // VariableDeclaration*; flags Let, Const, Using, AwaitUsing
    VariableDeclaration, // (Identifier | pattern) TypeAnnotation? Initializer?
    ExpressionStatement, // Expression
    IfStatement, // Expression Statement Statement?
    DoStatement, // Statement Expression
    WhileStatement, // Expression Statement
    ForStatement, // ForInitializer? ForCondition? ForIncrement? Statement
    ForInStatement, // (VariableDeclarationList | Expression) Expression Statement
    ForOfStatement, // (VariableDeclarationList | Expression) Expression Statement; flag Await
    ForInitializer, // VariableDeclarationList | Expression
    ForCondition, // Expression
    ForIncrement, // Expression
    ContinueStatement, // Identifier?
    BreakStatement, // Identifier?
    ReturnStatement, // Expression?
    WithStatement, // Expression Statement
    SwitchStatement, // Expression CaseClause|DefaultClause*
    CaseClause, // Expression Statement*
    DefaultClause, // Statement*
    LabeledStatement, // Identifier Statement
    ThrowStatement, // Expression
    TryStatement, // Block CatchClause? FinallyClause?
    CatchClause, // VariableDeclaration? Block
    FinallyClause, // Block
    DebuggerStatement,

    // ---- declarations
    FunctionDeclaration, // Modifier* Identifier? TypeParameterList? ParameterList TypeAnnotation? Block?; flags Async, Generator
    ClassDeclaration, // Decorator/Modifier* Identifier? TypeParameterList? HeritageClause* ClassBody
    ClassBody, // member*
    HeritageClause, // ExpressionWithTypeArguments*; Operator = Extends or Implements
    ExpressionWithTypeArguments, // Expression TypeArgumentList?
    InterfaceDeclaration, // Modifier* Identifier TypeParameterList? HeritageClause* InterfaceBody
    InterfaceBody, // type member*
    TypeAliasDeclaration, // Modifier* Identifier TypeParameterList? type
    EnumDeclaration, // Modifier* Identifier EnumMember*; flag Const
    EnumMember, // property name, Initializer?
    ModuleDeclaration, // Modifier* (Identifier | StringLiteral) (ModuleBlock | ModuleDeclaration)?; `namespace a.b {}` nests; flag Global for `declare global`
    ModuleBlock, // Statement*
    ImportDeclaration, // Modifier* ImportClause? StringLiteral ImportAttributes?
    ImportClause, // Identifier? (NamespaceImport | NamedImports)?; flags TypeOnly, Defer
    NamespaceImport, // Identifier
    NamedImports, // ImportSpecifier*
    ImportSpecifier, // imported name, local Identifier? (absent: same name); flag TypeOnly
    ImportAttributes, // ImportAttribute*
    ImportAttribute, // name, Expression
    ImportEqualsDeclaration, // Modifier* Identifier (ExternalModuleReference | entity name); flag TypeOnly
    ExternalModuleReference, // Expression
    ExportDeclaration, // Modifier* (NamedExports | NamespaceExport)? StringLiteral? ImportAttributes?; neither: `export *`; flag TypeOnly
    NamespaceExport, // Identifier | StringLiteral
    NamedExports, // ExportSpecifier*
    ExportSpecifier, // local name, exported name? (absent: same name); flag TypeOnly
    ExportAssignment, // Modifier* Expression; flag Default for `export default`, else `export =`
    NamespaceExportDeclaration, // Identifier (`export as namespace X`)

    // ---- class members; each begins with Decorator/Modifier*
    PropertyDeclaration, // name TypeAnnotation? Initializer?; flags Static, Accessor, Readonly, Optional, Definite …
    MethodDeclaration, // name TypeParameterList? ParameterList TypeAnnotation? Block?; flags Async, Generator, Optional
    Constructor, // ParameterList TypeAnnotation? Block?
    GetAccessor, // name ParameterList TypeAnnotation? Block?
    SetAccessor, // name ParameterList TypeAnnotation? Block?
    IndexSignature, // Parameter TypeAnnotation?
    ClassStaticBlockDeclaration, // Block
    SemicolonClassElement,

    // ---- parts of declarations
    Modifier, // Operator = the keyword; the parent's flags repeat it
    Decorator, // Expression
    TypeParameterList, // TypeParameter*
    TypeParameter, // Modifier* Identifier TypeConstraint? TypeDefault?
    TypeConstraint, // type
    TypeDefault, // type
    ParameterList, // Parameter*
    Parameter, // Decorator/Modifier* (Identifier | pattern) TypeAnnotation? Initializer?; flags Rest, Optional; `this` parameter is an Identifier
    TypeAnnotation, // type | TypePredicate (spans the type, not the colon)
    TypeArgumentList, // type*
    Initializer, // Expression (spans the expression, not the `=`)
    ObjectBindingPattern, // BindingElement*
    ArrayBindingPattern, // BindingElement | OmittedExpression *
    BindingElement, // PropertyNamePart? (Identifier | pattern) Initializer?; flag Rest
    PropertyNamePart, // the name before the colon in `{ a: b }`
    ComputedPropertyName, // Expression
    PrivateIdentifier, // `#a`

    // ---- expressions
    Identifier,
    NumericLiteral,
    BigIntLiteral,
    StringLiteral,
    NoSubstitutionTemplateLiteral,
    RegularExpressionLiteral,
    TemplateExpression, // TemplateHead TemplateSpan*
    TemplateHead,
    TemplateSpan, // Expression (TemplateMiddle | TemplateTail); in types: type …
    TemplateMiddle,
    TemplateTail,
    TaggedTemplateExpression, // Expression TypeArgumentList? (NoSubstitutionTemplateLiteral | TemplateExpression)
    NullKeyword,
    TrueKeyword,
    FalseKeyword,
    ThisKeyword,
    SuperKeyword,
    ImportKeyword, // callee of `import(x)`
    ArrayLiteralExpression, // (Expression | SpreadElement | OmittedExpression)*
    ObjectLiteralExpression, // PropertyAssignment | ShorthandPropertyAssignment | SpreadAssignment | MethodDeclaration | GetAccessor | SetAccessor *
    PropertyAssignment, // name Expression
    ShorthandPropertyAssignment, // Identifier Initializer? (the latter only in patterns)
    SpreadAssignment, // Expression
    SpreadElement, // Expression
    OmittedExpression,
    PropertyAccessExpression, // Expression (Identifier | PrivateIdentifier); flag Optional for `?.`
    ElementAccessExpression, // Expression Expression; flag Optional
    CallExpression, // Expression TypeArgumentList? ArgumentList; flag Optional
    NewExpression, // Expression TypeArgumentList? ArgumentList?
    ArgumentList, // (Expression | SpreadElement)*
    ParenthesizedExpression, // Expression
    FunctionExpression, // Modifier* Identifier? TypeParameterList? ParameterList TypeAnnotation? Block; flags Async, Generator
    ArrowFunction, // Modifier* TypeParameterList? ParameterList TypeAnnotation? (Block | Expression); flag Async
    ClassExpression, // as ClassDeclaration
    DeleteExpression, // Expression
    TypeOfExpression, // Expression
    VoidExpression, // Expression
    AwaitExpression, // Expression
    YieldExpression, // Expression?; flag Delegate for `yield*`
    PrefixUnaryExpression, // Expression; Operator
    PostfixUnaryExpression, // Expression; Operator
    BinaryExpression, // Expression Expression; Operator (assignments and comma too)
    ConditionalExpression, // Expression Expression Expression
    AsExpression, // Expression type
    SatisfiesExpression, // Expression type
    TypeAssertionExpression, // type Expression
    NonNullExpression, // Expression
    MetaProperty, // Identifier; Operator = New or Import (`new.target`, `import.meta`)

    // ---- JSX
    JsxElement, // JsxOpeningElement child* JsxClosingElement
    JsxSelfClosingElement, // tag TypeArgumentList? JsxAttributes
    JsxOpeningElement, // tag TypeArgumentList? JsxAttributes
    JsxClosingElement, // tag
    JsxFragment, // JsxOpeningFragment child* JsxClosingFragment
    JsxOpeningFragment,
    JsxClosingFragment,
    JsxAttributes, // (JsxAttribute | JsxSpreadAttribute)*
    JsxAttribute, // name (StringLiteral | JsxExpression | JSX element)?
    JsxSpreadAttribute, // Expression
    JsxExpression, // Expression?; flag Rest for `{...x}`
    JsxText,
    JsxNamespacedName, // Identifier Identifier

    // ---- types
    KeywordType, // any, unknown, string, …; Operator = the keyword
    TypeReference, // entity name, TypeArgumentList?
    QualifiedName, // entity name, Identifier
    TypePredicate, // (Identifier | ThisType) type?; flag Asserts
    FunctionType, // TypeParameterList? ParameterList TypeAnnotation
    ConstructorType, // Modifier* TypeParameterList? ParameterList TypeAnnotation
    TypeQuery, // entity name, TypeArgumentList?
    TypeLiteral, // type member*
    ArrayType, // type
    TupleType, // (type | NamedTupleMember | OptionalType | RestType)*
    NamedTupleMember, // Identifier type; flags Rest, Optional
    OptionalType, // type
    RestType, // type
    UnionType, // type*
    IntersectionType, // type*
    ConditionalType, // type type type type
    InferType, // TypeParameter
    ParenthesizedType, // type
    ThisType,
    TypeOperator, // type; Operator = KeyOf, Unique or ReadOnly
    IndexedAccessType, // type type
    MappedType, // TypeParameter (its TypeConstraint is the `in`) MappedNameType? TypeAnnotation?
    MappedNameType, // type after `as`
    LiteralType, // literal | PrefixUnaryExpression | NullKeyword
    TemplateLiteralType, // TemplateHead TemplateSpan*
    ImportType, // type (the argument), ImportAttributes?, qualifier entity name?, TypeArgumentList?; flag TypeOf
    PropertySignature, // Modifier* name TypeAnnotation? Initializer?; flag Optional
    MethodSignature, // Modifier* name TypeParameterList? ParameterList TypeAnnotation?; flag Optional
    CallSignature, // TypeParameterList? ParameterList TypeAnnotation?
    ConstructSignature, // TypeParameterList? ParameterList TypeAnnotation?
    JSDocType, // type?; `?T` and `T?` (flag Optional), `!T`, `T=` (flag Default: may be left out), `...T` (flag Rest), `*` and `module:a` (no type), `function(T): U` (ParameterList TypeAnnotation?)

    // ---- comments; only in the trees that Documentation holds
    JSDoc, // (TypeAnnotation | JSDocReturns | Parameter | TypeParameterList | FunctionType | TypeAliasDeclaration | ModuleDeclaration | ImportDeclaration)*
    JSDocReturns, // type
}
