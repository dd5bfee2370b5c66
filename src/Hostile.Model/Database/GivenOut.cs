using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>
/// A value that each execution makes anew, written where there was none yet, and given out: <c>if (!user.apiKey) { key = randomUUID(); await save(key) } return key</c>. Whoever writes last is believed,
/// and what the other one has given out stands nowhere.
/// </summary>
public static class GivenOut
{
    /// <summary>Where a function gives out what it has written itself into a gap; none where it does not, or where all would write the same.</summary>
    public static Place? At(RowRace race, FunctionModel function)
    {
        if (race.Write.Query.Kind is not QueryKind.Update || race.Column.Length == 0 || !(race.Asked is { } asked ? asked.IsOfAbsence : RowAccess.MeansPresent(race.Deciding) is not null) || function.Flow is not { } graph || function.Values is not { } values)
            return null;
        var made = new HashSet<SyntaxNode>();
        foreach (var set in race.Write.Query.Writes.Where(set => set.Column == race.Column && set.Form is WriteForm.Absolute))
        {
            if (race.Write.By.ValueOf(set.Value) is { Members: "", Node: { Exists: true } node } && node.Tree == function.Module.Tree)
                made.UnionWith(values.OriginsOf(node).Select(origin => origin.Node).Where(IsNewEachTime));
        }

        if (made.Count == 0)
            return null;
        foreach (var from in RowAccess.PointsOf(race.Write, function))
        {
            var after = graph.ReachableFrom(from, exceptions: false);
            for (var point = 0; point < after.Length; point++)
            {
                if (after[point] && graph.Points[point] is { Op: FlowOp.Return, Node: var node } && (node.Is(SyntaxKind.ReturnStatement) ? node.FirstChild : node) is { Exists: true } value && Gives(value.Unwrapped()))
                    return function.PlaceOf(node);
            }
        }

        return null;

        // The value, or an object with it; of the row that the write gives back the column that it has just set.
        bool Gives(SyntaxNode value) => value.Is(SyntaxKind.ObjectLiteralExpression) ? value.Children.ToArray().Any(member => member.Kind is SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment && Gives((member.Is(SyntaxKind.PropertyAssignment) ? member.ChildAt(1) : member.FirstChild).Unwrapped()))
            : value.Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression or SyntaxKind.TemplateExpression
                && values.OriginsOf(value).Any(origin => made.Contains(origin.Node) || (origin.Node == race.Write.Call && value is { Kind: SyntaxKind.PropertyAccessExpression } access && RowAccess.ColumnsOf(access.ChildAt(1).Text).Contains(race.Column)));
    }

    /// <summary><c>randomBytes(16)</c>, <c>nanoid()</c>, <c>crypto.randomUUID()</c>, <c>generateApiKey()</c></summary>
    private static bool IsNewEachTime(SyntaxNode origin)
    {
        if (!origin.Is(SyntaxKind.CallExpression))
            return false;
        var callee = origin.FirstChild.Unwrapped();
        var name = callee.Is(SyntaxKind.PropertyAccessExpression) ? callee.ChildAt(1).Text : callee.Text;
        return Makers.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static readonly string[] Makers = ["random", "uuid", "nanoid", "cuid", "ulid", "generateKey", "generateSecret", "generateToken", "generateApi", "generateCode", "newSecret"];
}
