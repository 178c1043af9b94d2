using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Xml;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Saml.Internal;

/// <summary>An answer on its way through the checks, and what earlier checks have established.</summary>
internal sealed class ResponseUnderCheck(XmlElement response, SamlExpectation expectation, SigningKeySet keys, IReadOnlyList<RSA> decryptionKeys, DateTimeOffset now)
{
    private XmlElement? _assertion;

    public XmlElement Response { get; } = response;

    public SamlExpectation Expectation { get; } = expectation;

    public IReadOnlyList<RSA> DecryptionKeys { get; } = decryptionKeys;

    public DateTimeOffset Now { get; } = now;

    /// <summary>Set by the check of the response's own signature.</summary>
    public bool IsResponseSigned { get; set; }

    /// <summary>Set where the identity provider declines: nothing after it is looked at.</summary>
    public SamlStatus? Declined { get; set; }

    /// <summary>Set where an assertion was opened with a cipher that shows no change.</summary>
    public bool UsedLegacyEncryption { get; set; }

    /// <summary>The one assertion, plain or opened.</summary>
    [AllowNull]
    public XmlElement Assertion
    {
        get => _assertion ?? throw new SamlRefusedException("assertion-missing");
        set => _assertion = value;
    }

    public DateTimeOffset LatestNow => Now + Expectation.ClockSkew;

    public DateTimeOffset EarliestNow => Now - Expectation.ClockSkew;

    public IEnumerable<AsymmetricAlgorithm> SigningKeys() => keys.ValidAt(Now);

    [DoesNotReturn]
    public static void Refuse(string reason) => throw new SamlRefusedException(reason);
}
