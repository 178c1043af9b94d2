namespace BaseComponents.Authorities.Routing;

/// <summary>Why a destination must not be used.</summary>
public enum DestinationRefusal
{
    /// <summary>There is no signature, or no destination.</summary>
    Missing,

    /// <summary>What should be a signature has not the form of one: compact serialisation, strict base64url, JSON without repeated names, all claims.</summary>
    Malformed,

    /// <summary>It was made by another algorithm than PS512, or asks for extensions.</summary>
    Algorithm,

    /// <summary>Its issuer is not among those of the settings.</summary>
    UnknownIssuer,

    /// <summary>The issuer's keys cannot be fetched now.</summary>
    KeysUnavailable,

    /// <summary>The issuer has no such key, or no longer.</summary>
    UnknownKey,

    /// <summary>The issuer's key is too short, or not meant for such signatures.</summary>
    UnfitKey,

    /// <summary>The signature is not one of that key over this content.</summary>
    InvalidSignature,

    /// <summary>It is for another destination than the one it stands beside.</summary>
    OtherDestination,

    /// <summary>It leads to a host that the settings do not allow.</summary>
    ForeignSubmissionHost,

    /// <summary>It was made in the future.</summary>
    IssuedInFuture,

    /// <summary>It is older than the settings allow, or its own time is over or has not begun.</summary>
    OutOfTime,

    /// <summary>It does not name the service that was asked for.</summary>
    OtherService,

    /// <summary>It names no area that the asked one is or lies in.</summary>
    OtherArea,

    /// <summary>It names the service and the area, but never for each other.</summary>
    OtherServiceInArea,
}
