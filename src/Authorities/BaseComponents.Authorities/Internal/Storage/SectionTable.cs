namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Where the sections of a snapshot are. One that the file does not have is empty.</summary>
internal sealed class SectionTable(IReadOnlyDictionary<SectionId, Section> sections)
{
    /// <summary>Every section begins at a multiple of this, a cache line.</summary>
    public const int Alignment = 64;

    public IReadOnlyDictionary<SectionId, Section> All => sections;

    public Section this[SectionId id] => sections.TryGetValue(id, out var section) ? section : default;

    public static long Align(long offset) => (offset + Alignment - 1) / Alignment * Alignment;
}
