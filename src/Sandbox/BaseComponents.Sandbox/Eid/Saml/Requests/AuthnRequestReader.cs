using System.Security.Cryptography;
using System.Text;
using System.Xml;
using BaseComponents.Sandbox.Eid.Broker;
using BaseComponents.Sandbox.Eid.Saml.Xml;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Eid.Saml.Requests;

/// <summary>Reads and checks a request: who sent it is settled before anything else that it says.</summary>
internal sealed class AuthnRequestReader(SamlAddresses addresses, SamlApplication application, TimeProvider clock)
{
    private const int LongestRelayState = 80;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <exception cref="RequestRefusedException">The request is not taken.</exception>
    public async Task<AuthnRequest> ReadAsync(HttpContext context)
    {
        try
        {
            var message = HttpMethods.IsPost(context.Request.Method)
                ? PostBinding.Read(await context.Request.ReadFormAsync(context.RequestAborted))
                : RedirectBinding.Read(context.Request.QueryString.Value ?? "");
            return Check(message);
        }
        catch (Exception problem) when (problem is XmlException or InvalidDataException or InvalidOperationException or CryptographicException)
        {
            throw new RequestRefusedException(RefusalCodes.Malformed);
        }
    }

    private AuthnRequest Check(ReceivedMessage message)
    {
        var root = message.Root;
        Require(root.Is("AuthnRequest", SamlUris.Protocol) && root.GetAttribute("Version") == "2.0" && SamlIds.IsOne(root.GetAttribute("ID")), RefusalCodes.Malformed);
        Require(root.Child("Issuer", SamlUris.Assertion)?.Text() == SamlApplication.EntityId, RefusalCodes.UnknownApplication);
        Require(message.IsSignedBy is not null, RefusalCodes.NotSigned);
        Require(message.IsSignedBy!(application.Signing), RefusalCodes.WrongSignature);
        Require(addresses.IsSignOn(root.GetAttribute("Destination")), RefusalCodes.WrongDestination);
        Require(SamlTime.Read(root.GetAttribute("IssueInstant")) is { } issued && (issued - clock.GetUtcNow()).Duration() <= Skew, RefusalCodes.NotNow);
        Require(root.GetAttribute("ProtocolBinding") is "" or SamlUris.PostBinding, RefusalCodes.AnswerBinding);
        Require(BrokerClient.MayReturnTo(root.GetAttribute("AssertionConsumerServiceURL")), RefusalCodes.AnswerElsewhere);
        Require(message.RelayState is null || Encoding.UTF8.GetByteCount(message.RelayState) <= LongestRelayState, RefusalCodes.RelayStateTooLong);
        return new AuthnRequest(
            root.GetAttribute("ID"), SamlApplication.EntityId, root.GetAttribute("AssertionConsumerServiceURL"), MinimumContext(root), message.RelayState, root.Child("Extensions", SamlUris.Protocol));
    }

    private static string? MinimumContext(XmlElement root)
    {
        if (root.Child("RequestedAuthnContext", SamlUris.Protocol) is not { } requested)
            return null;
        Require(requested.GetAttribute("Comparison") == "minimum", RefusalCodes.UnknownLevel);
        return requested.Child("AuthnContextClassRef", SamlUris.Assertion)?.Text() ?? throw new RequestRefusedException(RefusalCodes.UnknownLevel);
    }

    private static void Require(bool holds, string code)
    {
        if (!holds)
            throw new RequestRefusedException(code);
    }
}
