using System.Xml;
using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Saml.Internal.ResponseUnderCheck;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>The bearer of the assertion may use it here, now, and for this request (SAML 2.0 profiles, section 4.1.4.2).</summary>
internal sealed class SubjectConfirmationCheck : IResponseCheck
{
    public void Apply(ResponseUnderCheck answer)
    {
        var confirmations = answer.Assertion.Elements("Subject", SamlNames.Assertion).Single().Elements("SubjectConfirmation", SamlNames.Assertion)
            .Where(confirmation => confirmation.Attribute("Method") == SamlNames.Bearer).ToArray();
        if (confirmations is not [var bearer] || bearer.Elements("SubjectConfirmationData", SamlNames.Assertion).ToArray() is not [var data])
        {
            Refuse("confirmation-missing");
            return;
        }

        RequireHere(answer, data);
        RequireNow(answer, data);
    }

    private static void RequireHere(ResponseUnderCheck answer, XmlElement data)
    {
        if (data.Attribute("Recipient") != answer.Expectation.ServiceProvider.AnswerAddress.OriginalString)
            Refuse("confirmation-recipient");
        if (data.Attribute("InResponseTo")?.Trim() != answer.Expectation.RequestId)
            Refuse("confirmation-request");
    }

    private static void RequireNow(ResponseUnderCheck answer, XmlElement data)
    {
        if (SamlTime.Read(data.Attribute("NotOnOrAfter")) is not { } end || end <= answer.EarliestNow)
            Refuse("confirmation-expired");
        if (data.Attribute("NotBefore") is { } text && (SamlTime.Read(text) is not { } begin || begin > answer.LatestNow))
            Refuse("confirmation-not-yet");
    }
}
