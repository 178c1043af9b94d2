using System.Xml;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>Writes getResultRequest and getServerInfoRequest.</summary>
internal static class GetResultWriter
{
    public static void Write(XmlElement body, string session, int counter)
    {
        var root = body.Add(EidNames.GetResult + "Request");
        root.Add("Session").Add("ID", session);
        root.Add("RequestCounter", counter);
    }

    public static void WriteServerInfo(XmlElement body) => body.Add(EidNames.GetServerInfo + "Request");
}
