using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>Data of which the broker states how they were checked (<c>verified_claims</c>, OpenID Connect for Identity Assurance 1.0).</summary>
public sealed class EidBrokerVerifiedClaimsOptions
{
    /// <summary>Rules and levels that are accepted. What was checked in any other way is not read as verified.</summary>
    /// <value>Empty: <c>verified_claims</c> are not read.</value>
    [ValidateEnumeratedItems]
    public IList<EidTrustFramework> Frameworks { get; } = [];

    /// <summary>Claims to ask for as verified, by the broker's names.</summary>
    /// <value>Empty: none are asked for; a broker may send them all the same.</value>
    public IList<string> Claims { get; } = [];

    /// <summary>Reads data of the user from accepted <c>verified_claims</c> alone; plain claims then count as missing. The pseudonym is excepted.</summary>
    /// <value><see langword="false"/>: plain claims are read too, and their trust is <see cref="AssuranceLevel.Unknown"/>.</value>
    public bool Only { get; set; }
}
