using System.Xml;
using BaseComponents.Sandbox.Eid.Saml.Xml;

namespace BaseComponents.Sandbox.Eid.EidServer.Requests;

/// <summary>A message of SOAP 1.1 with one call in it.</summary>
internal sealed record SoapCall(XmlElement Envelope, XmlElement Body, XmlElement Content)
{
    public const string UseId = "useID";
    public const string GetResult = "getResult";
    public const string GetServerInfo = "getServerInfo";

    public string Operation => Content.LocalName[..^"Request".Length];

    public XmlElement? Header => Envelope.Child("Header", EidServerUris.Soap);

    /// <param name="text">The message.</param>
    /// <param name="action">The header SOAPAction.</param>
    /// <exception cref="SoapRefusedException">It is none.</exception>
    public static SoapCall Read(string text, string? action)
    {
        var envelope = Load(text);
        if (envelope is not { LocalName: "Envelope", NamespaceURI: EidServerUris.Soap })
            throw new SoapRefusedException("VersionMismatch", "Erwartet wird ein Umschlag nach SOAP 1.1");
        if (!envelope.Children().Select(child => child.LocalName).SequenceEqual(["Header", "Body"]) || envelope.Child("Body", EidServerUris.Soap) is not { } body || body.Children().ToArray() is not [var content])
            throw new SoapRefusedException("Client", "Der Umschlag hat einen Kopf und einen Rumpf, und der Rumpf genau einen Aufruf");
        var call = new SoapCall(envelope, body, content);
        call.RequireKnown(action);
        return call;
    }

    private void RequireKnown(string? action)
    {
        if (Content.NamespaceURI != EidServerUris.Eid || Content.LocalName is not (UseId + "Request" or GetResult + "Request" or GetServerInfo + "Request"))
            throw new SoapRefusedException("Client", "Unbekannte Operation (al/common#unknownAPIFunction)");
        if (action?.Trim('"') != EidServerUris.Eid + Operation)
            throw new SoapRefusedException("Client", "SOAPAction nennt eine andere Operation als der Rumpf");
        if (Header!.Children().Any(block => !block.Is("Security", EidServerUris.Wsse) && block.GetAttribute("mustUnderstand", EidServerUris.Soap) is "1"))
            throw new SoapRefusedException("MustUnderstand", "Im Kopf steht etwas, das hier niemand versteht");
    }

    private static XmlElement Load(string text)
    {
        try
        {
            return StrictXml.Read(text);
        }
        catch (XmlException)
        {
            throw new SoapRefusedException("Client", "Das ist kein XML, oder mehr davon, als angenommen wird");
        }
    }
}
