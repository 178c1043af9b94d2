using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Saml.Internal.ResponseUnderCheck;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>The response was addressed to this application, exactly as registered.</summary>
internal sealed class ResponseDestinationCheck : IResponseCheck
{
    public void Apply(ResponseUnderCheck answer)
    {
        if (answer.Response.Attribute("Destination") != answer.Expectation.ServiceProvider.AnswerAddress.OriginalString)
            Refuse("response-destination");
    }
}
