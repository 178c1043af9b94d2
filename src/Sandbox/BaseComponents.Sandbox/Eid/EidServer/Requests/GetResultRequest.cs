using System.Xml;

namespace BaseComponents.Sandbox.Eid.EidServer.Requests;

/// <summary>Asks how a session ended.</summary>
/// <param name="SessionId">In hexadecimal digits.</param>
/// <param name="Counter">One more with each call of a session, from one on.</param>
internal sealed record GetResultRequest(string SessionId, int Counter)
{
    /// <exception cref="SchemaViolationException">The schema does not allow it.</exception>
    public static GetResultRequest Read(XmlElement content)
    {
        var parts = new ElementSequence(content);
        var session = new ElementSequence(parts.Required("Session"));
        var id = SchemaTypes.Secret(session.RequiredText("ID"), "ID");
        session.End();
        var request = new GetResultRequest(id, SchemaTypes.Number(parts.RequiredText("RequestCounter"), "RequestCounter"));
        parts.End();
        return request;
    }
}
