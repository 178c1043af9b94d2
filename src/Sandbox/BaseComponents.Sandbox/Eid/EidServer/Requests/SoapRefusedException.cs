namespace BaseComponents.Sandbox.Eid.EidServer.Requests;

/// <summary>What came is no call of this interface: answered with a SOAP fault.</summary>
/// <param name="code">Of SOAP 1.1: Client, MustUnderstand, VersionMismatch.</param>
/// <param name="message">For the developer of the application (German).</param>
internal sealed class SoapRefusedException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
