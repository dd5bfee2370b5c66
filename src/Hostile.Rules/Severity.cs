namespace Hostile.Rules;

/// <summary>Impact: how soon a finding must be dealt with. It says nothing of how sure we are; that is <see cref="Evidence"/>.</summary>
public enum Severity
{
    /// <summary>Immediate fix required.</summary>
    P0,

    /// <summary>Fix within 48 hours.</summary>
    P1,

    /// <summary>Fix within one week.</summary>
    P2,

    /// <summary>Fix when convenient.</summary>
    P3,
}
