using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Tells calls that write a line into a log, by the name of the method and of what it is called on: <c>this.logger.error(…)</c>, <c>log.warn(…)</c>, <c>getLogger().info(…)</c>.</summary>
internal static class LogCalls
{
    /// <summary>
    /// Whether a call is one, or gives the log that one is called on. A log that fails is nothing that anybody expects, whichever library it is of (pino, winston and bunyan throw nothing there),
    /// and a program's own is written not to: such a call alone is no reason to say that something fails.
    /// </summary>
    public static bool Has(SyntaxNode call)
    {
        if (!call.Is(SyntaxKind.CallExpression))
            return false;
        if (IsLine(call))
            return true;
        var access = call.Wrapped().Parent;
        return access.Is(SyntaxKind.PropertyAccessExpression) && access.FirstChild == call.Wrapped() && access.Parent.Is(SyntaxKind.CallExpression) && access.Parent.FirstChild == access && IsLine(access.Parent);
    }

    /// <summary>Whether a call's name says that it writes a line into a log, wherever that is kept: <c>logToAxiom(…)</c>, <c>logError(…)</c>. What keeps account of who did what, <c>logAudit</c>, <c>logEvent</c>, is more than that.</summary>
    public static bool IsNamed(SyntaxNode call) => call.Is(SyntaxKind.CallExpression) && Database.Money.WordsOf(CallName.Of(call).Text).ToList() is ["log", .. var rest] && rest.TrueForAll(word => Plain.Contains(word));

    /// <summary>What is said of a log line in the name of what writes it: how bad it is, and where it goes.</summary>
    private static readonly string[] Plain = ["to", "error", "errors", "warning", "warn", "info", "debug", "message", "line", "axiom", "sentry", "datadog", "console", "slack", "file", "logtail", "loki"];

    private static bool IsLine(SyntaxNode call) =>
        call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && IsLevel(callee.ChildAt(1).Text) && IsLog(callee.FirstChild.Unwrapped());

    private static bool IsLevel(string name) => name is "log" or "trace" or "verbose" or "silly" or "debug" or "info" or "notice" or "warn" or "warning" or "error" or "err" or "critical" or "fatal";

    private static bool IsLog(SyntaxNode receiver)
    {
        while (receiver.Is(SyntaxKind.CallExpression))
        {
            var callee = receiver.FirstChild.Unwrapped();
            // "logger.child({ id })"
            receiver = callee.Is(SyntaxKind.PropertyAccessExpression) && callee.ChildAt(1).TextIs("child"u8) ? callee.FirstChild.Unwrapped() : callee;
        }

        var name = receiver.Is(SyntaxKind.PropertyAccessExpression) ? receiver.ChildAt(1) : receiver;
        if (name.Kind is not (SyntaxKind.Identifier or SyntaxKind.PrivateIdentifier))
            return false;
        var text = name.Text.TrimEnd('_');
        return text.EndsWith("logger", StringComparison.OrdinalIgnoreCase) || text is "log" or "#log" or "console" || text.EndsWith("Log", StringComparison.Ordinal);
    }
}
