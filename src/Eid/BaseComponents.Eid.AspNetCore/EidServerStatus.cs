namespace BaseComponents.Eid.AspNetCore;

/// <summary>What is known of an eID-Server.</summary>
public enum EidServerStatus
{
    /// <summary>It was not asked yet.</summary>
    Unknown,

    /// <summary>It answers, and may read all that is asked for.</summary>
    Usable,

    /// <summary>It did not answer as it should; it is asked again.</summary>
    Unreachable,

    /// <summary>Its authorisation certificate does not allow all that is asked for: every log-in would fail.</summary>
    RightsMissing,
}
