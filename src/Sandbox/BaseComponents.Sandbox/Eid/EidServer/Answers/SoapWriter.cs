using System.Xml;
using System.Xml.Linq;
using BaseComponents.Sandbox.Eid.EidServer.Signatures;
using BaseComponents.Sandbox.Eid.Saml;
using BaseComponents.Sandbox.Eid.Saml.Xml;

namespace BaseComponents.Sandbox.Eid.EidServer.Answers;

/// <summary>Writes a message of SOAP 1.1 with a time stamp and a signature over it and the body (WS-Security 1.0).</summary>
internal static class SoapWriter
{
    private static readonly XNamespace Soap = EidServerUris.Soap;
    private static readonly XNamespace Wsse = EidServerUris.Wsse;
    private static readonly XNamespace Wsu = EidServerUris.Wsu;

    public static string Write(SoapPlan plan)
    {
        var envelope = StrictXml.ReadOwn(Unsigned(plan).ToString(SaveOptions.DisableFormatting));
        if (plan.Signature is { } signature)
            AnswerSigner.Sign(SecurityOf(envelope), Parts(envelope, plan), signature);
        plan.ChangeSigned?.Invoke(envelope);
        var text = """<?xml version="1.0" encoding="UTF-8"?>""" + envelope.OuterXml;
        return plan.ChangeText?.Invoke(text) ?? text;
    }

    public static XElement Fault(string code, string text) => new(Soap + "Fault", new XElement("faultcode", "soap:" + code), new XElement("faultstring", text));

    private static XElement Unsigned(SoapPlan plan) => new(
        Soap + "Envelope",
        new XAttribute(XNamespace.Xmlns + "soap", Soap),
        new XAttribute(XNamespace.Xmlns + "wsu", Wsu),
        new XElement(
            Soap + "Header",
            new XElement(
                Wsse + "Security",
                new XAttribute(XNamespace.Xmlns + "wsse", Wsse),
                new XAttribute(Soap + "mustUnderstand", "1"),
                plan.HasTimestamp ? MessageTime.Write(SamlIds.Fresh(), plan.Created) : null)),
        new XElement(
            Soap + "Body",
            new XAttribute(Wsu + "Id", SamlIds.Fresh()),
            Named(plan.Content)));

    private static XElement Named(XElement content)
    {
        if (content.Name.Namespace != Soap)
            content.Add(new XAttribute(XNamespace.Xmlns + "eid", EidServerUris.Eid), new XAttribute(XNamespace.Xmlns + "dss", EidServerUris.Dss));
        return content;
    }

    private static XmlElement SecurityOf(XmlElement envelope) => envelope.Child("Header", EidServerUris.Soap)!.Child("Security", EidServerUris.Wsse)!;

    private static IEnumerable<XmlElement> Parts(XmlElement envelope, SoapPlan plan)
    {
        if (plan is { SignsTimestamp: true, HasTimestamp: true })
            yield return SecurityOf(envelope).Child("Timestamp", EidServerUris.Wsu)!;
        if (plan.SignsBody)
            yield return envelope.Child("Body", EidServerUris.Soap)!;
    }
}
