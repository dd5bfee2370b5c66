using Hostile.Rules;

namespace Hostile.Cli.Reports;

/// <summary>What the report calls a strength of evidence.</summary>
public static class EvidenceWords
{
    extension(Evidence evidence)
    {
        /// <summary>Lower case, as in JSON and in settings.</summary>
        public string Word => evidence switch
        {
            Evidence.Proven => "proven",
            Evidence.Certain => "certain",
            Evidence.Likely => "likely",
            _ => "hazard",
        };

        /// <summary>The promise behind the word.</summary>
        public string Promise => evidence switch
        {
            Evidence.Proven => "the interleaving was executed on PostgreSQL and went wrong",
            Evidence.Certain => "follows from the code and from what its libraries do",
            Evidence.Likely => "a bug unless the one assumption that it names fails",
            _ => "to know; not counted against the code",
        };
    }
}
