using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Saml.Internal.ResponseUnderCheck;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>The identity provider says that the log-in succeeded; or else why not, which ends the checks.</summary>
internal sealed class StatusCheck : IResponseCheck
{
    public void Apply(ResponseUnderCheck answer)
    {
        var status = answer.Response.Elements("Status", SamlNames.Protocol).Single();
        if (status.Elements("StatusCode", SamlNames.Protocol).ToArray() is not [var code])
        {
            Refuse("status-shape");
            return;
        }

        if (code.Attribute("Value") != SamlNames.StatusPrefix + "Success")
            answer.Declined = StatusReader.Read(status, code);
    }
}
