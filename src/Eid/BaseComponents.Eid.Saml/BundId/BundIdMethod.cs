namespace BaseComponents.Eid.Saml.BundId;

/// <summary>Ways to log in that BundID offers, by its names.</summary>
/// <remarks>AuthnMethods in the request extension, version 2.</remarks>
public enum BundIdMethod
{
    /// <summary>Online function of the identity card.</summary>
    EID,

    /// <summary>ELSTER certificate.</summary>
    Elster,

    /// <summary>A notified scheme of another member state.</summary>
    EIDAS,

    /// <summary>User name and password, nothing proved.</summary>
    /// <remarks>Benutzername</remarks>
    UserName,

    /// <summary>The Bavarian authega certificate.</summary>
    Authega,

    /// <summary>The Ukrainian state application.</summary>
    Diia,

    /// <summary>A user account of a federated portal.</summary>
    FINK,
}
