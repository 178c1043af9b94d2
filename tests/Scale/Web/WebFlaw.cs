namespace BaseComponents.Tests.Scale.Web;

/// <summary>What is set up wrongly, to see that the auditor notices.</summary>
internal enum WebFlaw
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Each node has Data Protection keys of its own.</summary>
    OwnKeys,

    /// <summary>Each node keeps sessions and log-ins under way for itself.</summary>
    OwnSessions,

    /// <summary>The proxy keeps a page and shows it to all.</summary>
    PagesCached,

    /// <summary>Citizens who have a receipt begin anew and pay again.</summary>
    PaidTwice,
}
