using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Saml.Internal.ResponseUnderCheck;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>The assertion was issued between the request and now.</summary>
internal sealed class AssertionTimeCheck : IResponseCheck
{
    public void Apply(ResponseUnderCheck answer)
    {
        if (SamlTime.Read(answer.Assertion.Attribute("IssueInstant")) is not { } issued)
            Refuse("assertion-time");
        else if (issued > answer.LatestNow || issued < answer.Expectation.RequestedAt - answer.Expectation.ClockSkew)
            Refuse("assertion-time");
    }
}
