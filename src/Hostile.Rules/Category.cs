namespace Hostile.Rules;

/// <summary>The rooms of the catalogue; a rule's id begins with its category in lower case.</summary>
public enum Category
{
    Rejection,
    Race,
    Transaction,
    Deadlock,
    Leak,
    Abort,
    Timeout,
    Parallel,
    Iteration,
}

/// <summary>The categories' names in reports.</summary>
public static class CategoryNames
{
    extension(Category category)
    {
        /// <summary>The heading under which the report files it.</summary>
        public string Title => category switch
        {
            Category.Rejection => "Unhandled Rejection Path",
            Category.Race => "Race Condition Window",
            Category.Transaction => "Transaction Boundary",
            Category.Deadlock => "Deadlock Potential",
            Category.Leak => "Async Resource Leak",
            Category.Abort => "AbortController Usage",
            Category.Timeout => "Connection Timeout Configuration",
            Category.Parallel => "Parallel vs Sequential",
            Category.Iteration => "Async Iteration",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
