namespace BaseComponents.Sandbox.Eid.EidServer.Requests;

/// <summary>How much an application wants a data group (AttributeRequestType).</summary>
internal enum EidDemand
{
    Prohibited,
    Allowed,
    Required,
}
