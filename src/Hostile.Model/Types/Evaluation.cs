using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Types;

/// <summary>
/// One thread's questions in progress. Types may depend on one another in circles (recursive functions, fields set from methods), and the answer must not
/// depend on which of them is asked first, nor on what other threads know already. So questions in one circle (a strongly connected component, found as
/// Tarjan does) see one another as unknown, and their answers are published together when the whole circle is done.
/// </summary>
internal sealed class Evaluation
{
    [ThreadStatic]
    private static Evaluation? current;

    private readonly Inference owner;
    private readonly Dictionary<SyntaxNode, int> numbers = [];
    private readonly List<Frame> frames = [];
    private readonly List<(SyntaxNode Key, LightType Value)> finished = [];
    private readonly List<(SyntaxNode Node, Substitution With)> evaluated = [];
    private int next;

    private Evaluation(Inference owner) => this.owner = owner;

    /// <summary>How many types are being worked out within one another in the question in progress.</summary>
    public int Depth { get; set; }

    /// <summary>How many types were worked out in the question in progress.</summary>
    public int Steps { get; set; }

    /// <summary>How many pairs of types were compared in the question in progress.</summary>
    public int Comparisons { get; set; }

    /// <summary>How deep <see cref="Depth"/> has been since the measure was taken last.</summary>
    public int Deepest { get; set; }

    /// <summary>How often an answer has come out as it did because of where it was asked: within a circle, or at the end of a measure.</summary>
    public int Spoilt { get; set; }

    /// <summary>Whether the measure is kept though no question is in progress, so that what something takes of it can be told.</summary>
    public bool IsMeasured { get; set; }

    /// <summary>Whether no question is in progress.</summary>
    public bool IsIdle => frames.Count == 0 && !IsMeasured;

    /// <summary>This thread's questions to this inference.</summary>
    public static Evaluation Of(Inference owner)
    {
        if (current is not { } known || known.owner != owner)
            current = known = new(owner);
        return known;
    }

    /// <summary>Whether the question is in progress, or done but part of a circle in progress; notes the dependency if so.</summary>
    public bool Closes(SyntaxNode key)
    {
        if (!numbers.TryGetValue(key, out var number))
            return false;
        Spoilt++;
        if (number == frames[^1].Number)
            frames[^1] = frames[^1] with { ClosesItself = true };
        Touch(number);
        return true;
    }

    public void Begin(SyntaxNode key)
    {
        numbers.Add(key, next);
        frames.Add(new() { Number = next, Low = next, Finished = finished.Count });
        next++;
    }

    /// <summary>Ends the latest question. Whether its answer is final now; not while its circle is still open.</summary>
    /// <param name="key">The question.</param>
    /// <param name="value">Its answer.</param>
    /// <param name="others">The answers of its circle that have waited for it; none when it asks for itself at once, null when it stands in no circle.</param>
    public bool End(SyntaxNode key, LightType value, out List<(SyntaxNode Key, LightType Value)>? others)
    {
        others = null;
        var frame = frames[^1];
        frames.RemoveAt(frames.Count - 1);
        if (frame.Low < frame.Number)
        {
            finished.Add((key, value));
            Touch(frame.Low);
            return false;
        }

        if (finished.Count > frame.Finished)
        {
            others = finished.GetRange(frame.Finished, finished.Count - frame.Finished);
            finished.RemoveRange(frame.Finished, others.Count);
            foreach (var (member, _) in others)
                numbers.Remove(member);
        }

        if (frame.ClosesItself)
            others ??= [];
        numbers.Remove(key);
        if (frames.Count == 0)
            next = 0;
        return true;
    }

    /// <summary>
    /// Begins to work out a type for these arguments, as one of those that <see cref="Depth"/> counts. False when that needs itself: <c>DeepPartial&lt;unknown&gt;</c>, which may be a list of <c>DeepPartial&lt;unknown&gt;</c>,
    /// and each of its branches so again.
    /// </summary>
    public bool Enter(SyntaxNode node, Substitution with)
    {
        for (var i = evaluated.Count - Depth; i < evaluated.Count; i++)
        {
            if (evaluated[i].Node == node && evaluated[i].With.Equals(with))
                return false;
        }

        evaluated.Add((node, with));
        Depth++;
        Deepest = Math.Max(Deepest, Depth);
        return true;
    }

    /// <summary>Ends what <see cref="Enter"/> began last.</summary>
    public void Leave()
    {
        evaluated.RemoveAt(evaluated.Count - 1);
        Depth--;
    }

    /// <summary>The answer to what cannot be followed from here, and might be from elsewhere.</summary>
    public LightType Spoil()
    {
        Spoilt++;
        return LightType.Unknown;
    }

    private void Touch(int number)
    {
        if (frames.Count == 0)
            return;
        var top = frames[^1];
        if (number < top.Low)
            frames[^1] = top with { Low = number };
    }

    private readonly record struct Frame
    {
        public int Number { get; init; }
        public int Low { get; init; }
        public bool ClosesItself { get; init; }

        /// <summary>How many answers were waiting when the question began: those after it belong to its circle.</summary>
        public int Finished { get; init; }
    }
}
