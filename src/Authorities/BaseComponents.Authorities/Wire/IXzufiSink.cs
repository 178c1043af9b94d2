namespace BaseComponents.Authorities.Wire;

/// <summary>Takes the objects of a delivery in the order in which they stand there.</summary>
internal interface IXzufiSink
{
    /// <summary>Says what the message tells about its age; before its objects.</summary>
    void Stamp(MessageStamp stamp);

    void Write(XzufiService service);

    void Write(XzufiUnit unit);

    void Write(XzufiCompetence competence);

    void Write(XzufiOnlineService onlineService);

    /// <param name="kind">The class of the object, such as <c>Organisationseinheit</c>.</param>
    /// <param name="id">Its identifier.</param>
    void Delete(string kind, OfficeId id);

    void Report(string element, string id, string problem);
}
