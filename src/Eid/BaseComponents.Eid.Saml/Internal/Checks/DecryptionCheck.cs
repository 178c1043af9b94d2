using System.Xml;
using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Saml.Internal.ResponseUnderCheck;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>
/// An encrypted assertion opens with a key of this application, and what comes out is read anew as a document of its own. A cipher that shows
/// no change is opened only where the legacy switch is on and the response around it has been verified: otherwise whoever changes it bit by bit would learn the text.
/// </summary>
internal sealed class DecryptionCheck : IResponseCheck
{
    public static readonly XmlLimits Limits = new();

    public void Apply(ResponseUnderCheck answer)
    {
        if (!answer.Assertion.Is("EncryptedAssertion", SamlNames.Assertion))
        {
            if (answer.Expectation.RequireEncryption)
                Refuse("assertion-not-encrypted");
            return;
        }

        var encrypted = new EncryptedContent(answer.Assertion, Limits);
        if (!encrypted.IsAuthenticated)
            RequireLegacyConditions(answer);
        answer.Assertion = Open(encrypted, answer);
    }

    private static void RequireLegacyConditions(ResponseUnderCheck answer)
    {
        if (!answer.Expectation.AllowLegacyEncryption)
            Refuse("encryption-legacy-not-allowed");
        if (!answer.IsResponseSigned)
            Refuse("encryption-legacy-unsigned");
        answer.UsedLegacyEncryption = true;
    }

    // One reason for a wrong key, a broken padding, a wrong tag and a plain text that is no XML.
    private static XmlElement Open(EncryptedContent encrypted, ResponseUnderCheck answer)
    {
        const string reason = "assertion-does-not-open";
        var plain = encrypted.TryDecrypt(answer.DecryptionKeys) ?? throw new SamlRefusedException(reason);
        try
        {
            return HostileXml.Read(plain, Limits).DocumentElement!;
        }
        catch (XmlRefusedException) when (!encrypted.IsAuthenticated)
        {
            throw new SamlRefusedException(reason);
        }
    }
}
