namespace BaseComponents.Eid;

/// <summary>How a log-in ended that did not succeed. For the choice of a friendly page only: it reaches the application through the browser, unauthenticated.</summary>
public enum EidLoginOutcome
{
    /// <summary>The user gave up. <c>cancelled</c></summary>
    CancelledByUser,

    /// <summary>The user proved less than was demanded. <c>level-too-low</c></summary>
    LevelTooLow,

    /// <summary>It took too long, or an old page was used again; starting anew helps. <c>expired</c></summary>
    Expired,

    /// <summary>The answer was not acceptable; the log says why. <c>rejected</c></summary>
    Rejected,

    /// <summary>The account lacks data that were demanded. <c>attributes-missing</c></summary>
    AttributesMissing,

    /// <summary>The document is blocked or has expired. <c>document-invalid</c></summary>
    DocumentInvalid,

    /// <summary>The answer was used before. <c>replayed</c></summary>
    Replayed,

    /// <summary>The service refused for a reason of its own. <c>provider-refused</c></summary>
    ProviderRefused,

    /// <summary>The service does not answer. <c>unavailable</c></summary>
    ServiceUnavailable,

    /// <summary>The log-in came back in another browser than the one that began it; starting anew in this one helps. <c>other-browser</c></summary>
    OtherBrowser,
}
