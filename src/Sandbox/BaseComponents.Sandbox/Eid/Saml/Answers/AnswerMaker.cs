using System.Xml;
using System.Xml.Linq;
using BaseComponents.Sandbox.Eid.Saml.Xml;

namespace BaseComponents.Sandbox.Eid.Saml.Answers;

/// <summary>Turns a plan into the text of an answer: assertion signed, encrypted, response signed around it.</summary>
internal static class AnswerMaker
{
    public static string Make(AnswerPlan plan) => plan.ChangeText(Document(plan).OuterXml);

    private static XmlElement Document(AnswerPlan plan) => plan switch
    {
        { Outcome.Status.IsSuccess: false } => Signed(Response(plan), plan.ResponseSignature),
        { Shape: AnswerShape.Tampered } => Tampered(plan),
        { Shape: AnswerShape.Right } => Right(plan),
        _ => Wrappings.Make(plan),
    };

    public static XmlElement Right(AnswerPlan plan) => Signed(Response(plan, Sealed(Assertion(plan), plan.Seal)), plan.ResponseSignature);

    public static XmlElement Assertion(AnswerPlan plan) => Signed(StrictXml.ReadOwn(Text(AssertionWriter.Write(plan))), plan.AssertionSignature);

    public static XmlElement Response(AnswerPlan plan, params XmlElement[] assertions)
    {
        var response = StrictXml.ReadOwn(Text(ResponseWriter.Write(plan)));
        foreach (var assertion in assertions)
            response.AppendChild(response.OwnerDocument.ImportNode(assertion, deep: true));
        return response;
    }

    public static XmlElement Sealed(XmlElement assertion, SealStyle? style) =>
        style is null ? assertion : StrictXml.ReadOwn(Text(AssertionSealer.Seal(assertion.OuterXml, style)));

    private static XmlElement Tampered(AnswerPlan plan)
    {
        var assertion = Assertion(plan);
        var response = Signed(Response(plan, Sealed(assertion, plan.Seal)), plan.ResponseSignature);
        assertion.GetElementsByTagName("AttributeValue", SamlUris.Assertion).OfType<XmlElement>().First().InnerText = ForgedPlan.Name;
        response.ReplaceChild(response.OwnerDocument.ImportNode(Sealed(assertion, plan.Seal), deep: true), response.LastChild!);
        return response;
    }

    private static XmlElement Signed(XmlElement element, SignatureStyle? style)
    {
        if (style is not null)
            EnvelopedSigner.Sign(element, style);
        return element;
    }

    private static string Text(XElement element) => element.ToString(SaveOptions.DisableFormatting);
}
