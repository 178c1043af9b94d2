namespace BaseComponents.Sandbox.Eid.EidServer.Client;

/// <summary>There is no TcToken that a client would take.</summary>
/// <param name="message">What is wrong (German).</param>
internal sealed class TcTokenException(string message) : Exception(message)
{
    /// <summary>Where the application wants the browser all the same.</summary>
    public Uri? CommunicationError { get; init; }
}
