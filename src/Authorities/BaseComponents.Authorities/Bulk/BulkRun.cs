namespace BaseComponents.Authorities.Bulk;

/// <summary>What a download fetches.</summary>
public enum BulkRun
{
    /// <summary>What is missing: the rest of a run that was stopped; otherwise what changed since the last complete one; otherwise everything.</summary>
    Continue,

    /// <summary>Everything, which then takes the place of what is in the folder. A full run that was stopped goes on.</summary>
    Full,

    /// <summary>Everything from the first page on, whatever was stopped before.</summary>
    Anew,
}
