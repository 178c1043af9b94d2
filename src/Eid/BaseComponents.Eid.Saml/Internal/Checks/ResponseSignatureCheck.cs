using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>A signature of the response, where there is one, is that of the configured identity provider. Where there is none the assertion must have its own.</summary>
internal sealed class ResponseSignatureCheck : IResponseCheck
{
    public void Apply(ResponseUnderCheck answer)
    {
        if (EnvelopedSignature.Find(answer.Response) is not { } signature)
            return;
        signature.Verify(answer.SigningKeys());
        answer.IsResponseSigned = true;
    }
}
