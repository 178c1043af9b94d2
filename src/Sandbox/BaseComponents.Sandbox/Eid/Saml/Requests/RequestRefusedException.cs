namespace BaseComponents.Sandbox.Eid.Saml.Requests;

/// <summary>A request that the identity provider does not take. The code stands in the address of its error page.</summary>
internal sealed class RequestRefusedException(string code) : Exception(code)
{
    public string Code { get; } = code;
}
