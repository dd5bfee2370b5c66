using Hostile.Model.Database;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Which table an expression of the program stands for, and how its columns are called: the one place that maps models to tables.</summary>
internal sealed class EntityTables(ProjectModel project)
{
    /// <summary>The table that an expression names or stands for; null when it is none that we know.</summary>
    public EntityTable? Of(SyntaxNode expression)
    {
        expression = expression.Unwrapped();
        if (project.Constants.StringOf(expression) is { Length: > 0 } name)
            return new(SqlPhrase.Names(name));
        if (expression.Is(SyntaxKind.PropertyAccessExpression))
            return OfModel(expression.ChildAt(1).Text);
        return null;
    }

    /// <summary>The column that an expression stands for: <c>users.id</c>; null when it is none.</summary>
    public SqlPhrase? ColumnOf(SyntaxNode expression) => null;

    /// <summary>A model that the client has under the name of a property: <c>prisma.user</c>.</summary>
    private static EntityTable? OfModel(string property) => new(SqlPhrase.Name(char.ToUpperInvariant(property[0]) + property[1..]));
}
