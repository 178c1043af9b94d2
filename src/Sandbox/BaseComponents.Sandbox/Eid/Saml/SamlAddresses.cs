using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Eid.Saml;

/// <summary>Where an identity provider answers: its pages over http, and everything over https as well.</summary>
/// <param name="context">Knows the ports.</param>
/// <param name="path">Such as <c>/bundid</c>.</param>
internal sealed class SamlAddresses(SandboxContext context, string path)
{
    public string Page => path;

    public string MetadataPath => path + "/metadata";

    public string SignOnPath => path + "/sso";

    public string ChoicePath => path + "/choose";

    public string ErrorPath => path + "/error";

    public Uri EntityId => new(context.HttpsAddress, path);

    public Uri Metadata => new(context.HttpsAddress, MetadataPath);

    public Uri SignOn => new(context.HttpAddress, SignOnPath);

    /// <summary>Whether a request names this identity provider as its destination.</summary>
    public bool IsSignOn(string address) => address == SignOn.AbsoluteUri || address == new Uri(context.HttpsAddress, SignOnPath).AbsoluteUri;
}
