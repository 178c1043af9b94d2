namespace BaseComponents.Eid.AspNetCore;

/// <summary>Whether the log-in request goes to the broker directly instead of through the browser's address line.</summary>
/// <remarks>RFC 9126</remarks>
public enum PushedAuthorization
{
    /// <summary>Where the broker offers it.</summary>
    WhereOffered,

    /// <summary>Always; a broker that does not offer it cannot be used.</summary>
    Required,

    /// <summary>Never.</summary>
    Never,
}
