/** What somebody gives away or gets, in one phrase; nothing at all is said as that. */
export function holdingsText(
  { members, groups, openShares }: { members: number; groups: number; openShares: number },
  none = '名下什么都没有',
): string {
  const parts = [
    members > 0 && `${members} 位客户`,
    groups > 0 && `${groups} 个群`,
    openShares > 0 && `${openShares} 张分享`,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : none
}
