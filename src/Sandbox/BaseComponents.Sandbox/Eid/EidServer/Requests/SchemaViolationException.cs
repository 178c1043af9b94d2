namespace BaseComponents.Sandbox.Eid.EidServer.Requests;

/// <summary>The content of a call is not what the schema says.</summary>
/// <param name="message">For the developer of the application (German).</param>
internal sealed class SchemaViolationException(string message) : Exception(message);
