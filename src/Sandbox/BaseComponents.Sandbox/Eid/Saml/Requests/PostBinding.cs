using System.Text;
using BaseComponents.Sandbox.Eid.Saml.Xml;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Eid.Saml.Requests;

/// <summary>A message in a form, with the signature inside (SAML 2.0 bindings, section 3.5).</summary>
internal static class PostBinding
{
    public static ReceivedMessage Read(IFormCollection form)
    {
        if (form["SAMLRequest"] is not [{ Length: > 0 and <= StrictXml.MostCharacters } text] || form["RelayState"].Count > 1)
            throw new RequestRefusedException(RefusalCodes.Malformed);
        var octets = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, octets, out var length))
            throw new RequestRefusedException(RefusalCodes.Malformed);
        var root = StrictXml.Read(Encoding.UTF8.GetString(octets, 0, length));
        return new ReceivedMessage(root, form["RelayState"] is [{ } state] ? state : null, EnvelopedSignature.Find(root) is { } signature ? signature.IsOf : null);
    }
}
