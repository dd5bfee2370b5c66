using Hostile.Model;
using Hostile.Model.Flow;
using Hostile.Model.Summaries;

namespace Hostile.Rules;

/// <summary>What rules about memory share: whether two executions can meet at a place, and how sure that makes a finding.</summary>
public static class Overlap
{
    extension(FunctionModel function)
    {
        /// <summary>Why two executions cannot both pass a test before one of them writes; null when they can, or may.</summary>
        public string? WhyAlone(CheckThenSet check) =>
            function.ExclusionAround(check) is { } exclusion ? $"`{exclusion}` lets one execution in at a time" : function.WhyAlone(check.Place, check.Check.Point);

        /// <summary>Why two executions cannot meet at a place of memory; null when they can, or may.</summary>
        public string? WhyAlone(MemoryPlace place, int point)
        {
            return function.ExclusionAt(point, place) is { } exclusion ? $"`{exclusion}` lets one execution in at a time" : function.WhyUnshared(place);
        }

        /// <summary>The same when locks do not count, because who changes the place meanwhile does not take them.</summary>
        public string? WhyUnshared(MemoryPlace place)
        {
            if (function.SharingOf(place) is { Kind: SharingKind.PerCall } sharing)
                return sharing.Site.Exists ? $"the object is made for the one call that uses it ({function.Project.PlaceOf(sharing.Site)})" : "it belongs to one call";
            if (function.Exposure is { Kind: StartKind.Siblings, Calls.IsEmpty: true } && function.HasEntryOfItsOwn(place))
                return "every element has an entry of its own";
            if (function.Exposure is { HasOwnObjects: true } && place.Root is PlaceRoot.This)
                return "every element is an object of its own";
            if (function.Exposure is { IsOneAtATime: true })
                return "the queue runs one job at a time in this process";
            // What is not published has the callers that it has.
            if (function.Exposure.Kind is StartKind.Api && function.Project.PackageOf(function.Module) is { IsPublished: false } && function.SeenExposure.Kind is StartKind.Start)
                return "all who call it that we see run once, when the process starts";
            return function.Exposure.Kind is StartKind.Start or StartKind.None or StartKind.Signal ? "nothing that we see runs it twice at a time in one process" : null;
        }
    }

    extension(Finding finding)
    {
        /// <summary>One severity milder in a page that one user has, and by reach; that nobody waits behind tools and tests the engine minds by itself.</summary>
        public Finding ByUse(FunctionModel function) =>
            function.Project.IsInBrowser(function.Module) ? finding.Lowered("it runs in a browser, for one user") : finding.ByReach(function.Exposure);

        /// <summary>One severity milder for what only an export reaches: it may be called by two at once, but most of those that make something once are called once, when the process starts.</summary>
        public Finding ByUnseenCallers(FunctionModel function) =>
            function.Exposure.Kind is StartKind.Api ? finding.Lowered("only callers that we do not see could make it overlap") : finding;

        /// <summary>Certain where the code itself shows that executions overlap on one object; else likely, or a hazard, by the one thing that must hold.</summary>
        public Finding ByOverlap(FunctionModel function, MemoryPlace place, string? further = null)
        {
            var sharing = function.SharingOf(place).Kind;
            if (function.Exposure.IsConcurrent && sharing is SharingKind.Process && further is null)
                return finding;
            return finding with
            {
                Evidence = sharing is SharingKind.Unknown ? Evidence.Hazard : Evidence.Likely,
                Assumption = further ?? $"{(sharing is SharingKind.Unknown ? "on one object, " : "")}`{function.Name}` is called again before the first call is done",
            };
        }
    }
}
