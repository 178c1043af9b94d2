using System.Text;
using System.Xml;
using BaseComponents.Eid.EidServer;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>What the AusweisApp fetches: where the eID-Server is, and where the browser goes afterwards.</summary>
/// <remarks>TCTokenType (BSI TR-03124-1, annex A)</remarks>
internal static class TcTokenWriter
{
    private const string Paos = "urn:liberty:paos:2006-08";
    private const string PreSharedKey = "urn:ietf:rfc:4279";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = false };

    public static byte[] Write(EidServerSession session, Uri serverAddress, Uri way) => Document(token =>
    {
        token.WriteElementString("ServerAddress", serverAddress.AbsoluteUri);
        token.WriteElementString("SessionIdentifier", session.PskId);
        token.WriteElementString("RefreshAddress", way.AbsoluteUri);
        token.WriteElementString("CommunicationErrorAddress", way.AbsoluteUri);
        token.WriteElementString("Binding", Paos);
        if (session.PskKey is not { Length: > 0 } key)
            return;
        token.WriteElementString("PathSecurity-Protocol", PreSharedKey);
        token.WriteStartElement("PathSecurity-Parameters");
        token.WriteElementString("PSK", key.ToUpperInvariant());
        token.WriteEndElement();
    });

    /// <summary>There is no session: the AusweisApp sends the browser back at once.</summary>
    public static byte[] WriteFailure(Uri way) => Document(token =>
    {
        Empty(token, "ServerAddress");
        Empty(token, "SessionIdentifier");
        Empty(token, "RefreshAddress");
        token.WriteElementString("CommunicationErrorAddress", way.AbsoluteUri);
        Empty(token, "Binding");
    });

    private static byte[] Document(Action<XmlWriter> content)
    {
        using var text = new MemoryStream();
        using (var token = XmlWriter.Create(text, Settings))
        {
            token.WriteStartElement("TCTokenType");
            content(token);
            token.WriteEndElement();
        }

        return text.ToArray();
    }

    private static void Empty(XmlWriter token, string name)
    {
        token.WriteStartElement(name);
        token.WriteEndElement();
    }
}
