namespace BaseComponents.Authorities.Wire;

/// <summary>Which of two messages is the newer one.</summary>
/// <param name="CreatedAt">When the sender made it; none where it does not say.</param>
/// <param name="Position">Its place within a transaction.</param>
/// <remarks>nachrichtenkopf/erstelltDatumZeit, transaktionPosition</remarks>
internal readonly record struct MessageStamp(DateTimeOffset? CreatedAt, long Position) : IComparable<MessageStamp>
{
    public int CompareTo(MessageStamp other) =>
        Nullable.Compare(CreatedAt, other.CreatedAt) is var order and not 0 ? order : Position.CompareTo(other.Position);
}
