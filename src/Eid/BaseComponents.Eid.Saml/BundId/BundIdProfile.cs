using BaseComponents.Eid.Saml.Internal;

namespace BaseComponents.Eid.Saml.BundId;

internal sealed class BundIdProfile(BundIdRequest request) : SamlProfile
{
    public override SamlRequestContent Request(AssuranceLevel minimumLevel) => new()
    {
        MinimumContextClass = $"STORK-QAA-Level-{(int)minimumLevel}",
        NameFormat = SamlNames.TransientFormat,
        Extension = BundIdExtension.Write(request),
    };

    private protected override EidIdentity Map(SamlAssertion assertion) => BundIdMapper.Map(assertion, request.Attributes);

    // What the pages of BundID were told to offer is checked in the answer: the request travelled through the browser.
    private protected override string? Problem(SamlAssertion assertion) =>
        request.Methods.Count == 0 || request.Methods.Any(method => NameOf(method) == new EidMethod(new AttributeTexts(assertion).Text(BundIdAttributes.AssertionProvedBy) ?? ""))
            ? null
            : "method-not-offered";

    private static EidMethod NameOf(BundIdMethod method) => method switch
    {
        BundIdMethod.UserName => EidMethod.UserName,
        _ => new EidMethod(method.ToString()),
    };
}
