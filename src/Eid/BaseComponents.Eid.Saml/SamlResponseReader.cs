using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid.Saml.Internal;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Saml;

/// <summary>
/// Reads answers of an identity provider and accepts what passes every check: signed by a configured key over the one assertion, for this
/// application, this request and this moment. Made once for a pair of parties; safe for use by several threads.
/// </summary>
/// <remarks>Web Browser SSO, HTTP-POST (SAML 2.0 profiles, section 4.1). Whether an assertion was used before is the caller's to check: see <see cref="IEidOneTimeStore"/>.</remarks>
public sealed class SamlResponseReader : IDisposable
{
    /// <summary>Bytes of an answer beyond which nothing of it is read.</summary>
    public const int LargestResponse = 256 * 1024;

    private static readonly TimeSpan MostClockSkew = TimeSpan.FromMinutes(3);

    private readonly SamlIdentityProvider _identityProvider;
    private readonly SigningKeySet _signingKeys;
    private readonly RSA[] _decryptionKeys;
    private readonly TimeProvider _clock;

    /// <summary>Takes the keys of both sides.</summary>
    /// <param name="serviceProvider">This application.</param>
    /// <param name="identityProvider">Whose answers are read.</param>
    /// <param name="clock">The time; the system's where none is given.</param>
    /// <exception cref="CryptographicException">A signing certificate of the identity provider is too weak, or a decryption certificate has no RSA key.</exception>
    public SamlResponseReader(SamlServiceProvider serviceProvider, SamlIdentityProvider identityProvider, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        ArgumentNullException.ThrowIfNull(identityProvider);
        _identityProvider = identityProvider;
        _signingKeys = new SigningKeySet(identityProvider.SigningCertificates);
        _decryptionKeys = [.. serviceProvider.DecryptionCertificates.Select(PrivateKey)];
        _clock = clock ?? TimeProvider.System;
    }

    /// <summary>Checks an answer.</summary>
    /// <param name="response">The XML, decoded from the form.</param>
    /// <param name="expectation">What was asked, by whom, of whom.</param>
    public SamlAnswer Read(ReadOnlySpan<byte> response, SamlExpectation expectation)
    {
        ArgumentNullException.ThrowIfNull(expectation);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(expectation.ClockSkew, MostClockSkew, nameof(expectation));
        if (expectation.IdentityProvider.EntityId != _identityProvider.EntityId)
            return new SamlAnswer.Refused("identity-provider-of-another-request");
        try
        {
            return Check(response, expectation);
        }
        catch (SamlRefusedException refused)
        {
            return new SamlAnswer.Refused(refused.Reason);
        }
        catch (XmlRefusedException refused)
        {
            return new SamlAnswer.Refused(refused.Reason);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in _decryptionKeys)
            key.Dispose();
    }

    private SamlAnswer Check(ReadOnlySpan<byte> response, SamlExpectation expectation)
    {
        var document = HostileXml.Read(response, new XmlLimits { Bytes = LargestResponse });
        var answer = new ResponseUnderCheck(document.DocumentElement!, expectation, _signingKeys, _decryptionKeys, _clock.GetUtcNow());
        ResponseChecks.Apply(answer);
        return answer.Declined is { } status ? new SamlAnswer.Declined(status) : new SamlAnswer.Accepted(AssertionReader.Read(answer));
    }

    private static RSA PrivateKey(X509Certificate2 certificate) =>
        certificate.GetRSAPrivateKey() ?? throw new CryptographicException("A decryption certificate has no private RSA key.");
}
