using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Saml.Internal.ResponseUnderCheck;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>The response was made between the request and now.</summary>
internal sealed class ResponseTimeCheck : IResponseCheck
{
    public void Apply(ResponseUnderCheck answer)
    {
        if (SamlTime.Read(answer.Response.Attribute("IssueInstant")) is not { } issued)
            Refuse("response-time");
        else if (issued > answer.LatestNow || issued < answer.Expectation.RequestedAt - answer.Expectation.ClockSkew)
            Refuse("response-time");
    }
}
