using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Saml.Internal.ResponseUnderCheck;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>The assertion is signed by the configured identity provider: by itself, or by the signature of the response in which it stands. A signature of its own counts even under a signed response.</summary>
internal sealed class AssertionSignatureCheck : IResponseCheck
{
    public void Apply(ResponseUnderCheck answer)
    {
        if (EnvelopedSignature.Find(answer.Assertion) is { } signature)
            signature.Verify(answer.SigningKeys());
        else if (!answer.IsResponseSigned)
            Refuse("nothing-signed");
    }
}
