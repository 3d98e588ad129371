// SPDX-License-Identifier: GPL-2.0-or-later
#include "endings.h"

#include <set>
#include <string_view>

namespace papersearch {
namespace {

using Words = std::vector<std::u16string>;

Words split(std::u16string_view text) {
  Words out;
  std::u16string word;
  for (const char16_t c : text) {
    if (c != u' ') {
      word += c;
    } else if (!word.empty()) {
      out.push_back(word);
      word.clear();
    }
  }
  if (!word.empty()) out.push_back(word);
  return out;
}

void combine(const Words& stems, const Words& tails, std::set<std::u16string>& out) {
  for (const auto& stem : stems) {
    for (const auto& tail : tails) out.insert(stem + tail);
  }
}

}  // namespace

std::vector<std::u16string> korean_endings() {
  // Case particles, and what may follow them.
  const Words particles = split(
      u"은 는 이 가 을 를 의 에 에서 에게 로 으로 와 과 도 만 까지 부터 처럼 보다 마다 나 "
      u"이나 라도 "
      u"이라도 조차 밖에 대로 만큼 로서 으로서 로써 으로써 로부터 으로부터 에서부터 뿐 "
      u"이란 란 간 "
      u"이라는 라는 이라고 라고 만을 만이 만의 까지의 부터의 뿐만 끼리 당 들");
  const Words after_place = split(u"는 도 만 의 서 서는 서도 서의 서만 까지 보다 는지");
  // The copula 이다 after a noun.
  const Words copula = split(
      u"이다 입니다 이며 이고 이지만 이면 이면서 이면서도 이므로 이었다 이었습니다 "
      u"였습니다 였다 이었으며 "
      u"였으며 이었던 였던 이던 인 인지 일 임 임을 임이 임에도 이자 이어야 이기 이라면 "
      u"이라 이거나 이었으나");
  // What follows the stems 하, 되 and 시키; contracted past forms apart.
  const Words verb = split(
      u"다 는 고 며 면 면서 면서도 기 기에 기도 기는 기를 게 지 지는 지만 지도 도록 거나 "
      u"려는 려고 고자 "
      u"던 므로 자 는지 는지를 는지에 는데 는 더라도 기보다 기보다는 기까지");
  const Words ha = split(
      u"한 할 함 해 하여 해서 해야 하여야 합니다 한다 한다는 한다고 한다면 함을 함이 함과 "
      u"함에 함으로써 "
      u"하였다 하였습니다 하였으며 하였고 하였지만 하였으나 하였던 하였음을 했다 했습니다 "
      u"했으며 했고 "
      u"했지만 했으나 했던 했음을 했는지 했을 했음에도 해도 해왔습니다 해줍니다 해주는 "
      u"해낸 할지 할수록");
  const Words doe = split(
      u"된 될 됨 돼 되어 되어야 됩니다 된다 된다는 된다고 됨을 됨이 됨에 됨으로써 되었다 "
      u"되었습니다 "
      u"되었으며 되었고 되었지만 되었으나 되었던 되었음을 됐다 됐습니다 됐으며 됐고 됐던 "
      u"되었을 되었음에도");
  const Words siki = split(
      u"시킨 시킬 시킴 시켜 시켜서 시켜야 시킵니다 시킨다 시킨다는 시킴을 시킴으로써 "
      u"시켰다 시켰습니다 "
      u"시켰으며 시켰고 시켰지만 시켰던 시켰음을");
  const Words adjective = split(
      u"적 적인 적으로 적이고 적이며 적이다 적입니다 적이지만 적이면서 적이면서도 적일 "
      u"적임 적임을 적이거나 "
      u"적이라는 적이라고 적으로도 적으로는 적이었다 적이었습니다 스러운 스럽게 롭게 로운 "
      u"답게 없이 없는");

  std::set<std::u16string> out;
  out.insert(particles.begin(), particles.end());
  out.insert(copula.begin(), copula.end());
  out.insert(adjective.begin(), adjective.end());
  out.insert(ha.begin(), ha.end());
  out.insert(doe.begin(), doe.end());
  out.insert(siki.begin(), siki.end());
  combine(split(u"하 되 시키"), verb, out);
  combine(split(u"에 로 으로 에게 까지 부터 와 과 보다 로부터 으로부터 로서 으로서 만으로 "
                u"만으로도"),
          after_place, out);
  combine(split(u"만으로"), split(u" 도 는 의"), out);
  // 성 makes a quality of a noun, 들 many, 화 a process; each takes particles in turn.
  combine(split(u"들 성"), particles, out);
  combine(split(u"들에 들로 들에게 성에 성으로 들까지"), after_place, out);
  combine(split(u"들"), copula, out);
  out.insert(u"성");
  out.insert(u"만으로");
  return {out.begin(), out.end()};
}

}  // namespace papersearch
