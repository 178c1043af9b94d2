namespace BaseComponents.Authorities.Wire;

/// <summary>Which of two messages is the newer one.</summary>
/// <param name="CreatedAt">When the sender made it; none where it does not say.</param>
/// <param name="Position">Its place within a transaction.</param>
/// <remarks>nachrichtenkopf/erstelltDatumZeit, transaktionPosition</remarks>
internal readonly record struct MessageStamp(DateTimeOffset? CreatedAt, long Position) : IComparable<MessageStamp>
{
    /// <summary>Its place among the pages of bulk data, which are given out in the order of what happened; 0 for any other message.</summary>
    public int Page { get; init; }

    public int CompareTo(MessageStamp other) =>
        Nullable.Compare(CreatedAt, other.CreatedAt) is var age and not 0 ? age : Position.CompareTo(other.Position) is var place and not 0 ? place : Page.CompareTo(other.Page);
}
