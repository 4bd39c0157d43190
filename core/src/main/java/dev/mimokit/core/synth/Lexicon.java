package dev.mimokit.core.synth;

/**
 * The languages replies are written in: in each, every sentence is grammatical and every word one
 * token of the Qwen2.5 vocabulary, after a space and, where it can begin a text, without one. Words
 * that run together with their neighbours in that vocabulary are left out. Nouns, articles and
 * adjectives are of one gender, number and case, so that any of them agree.
 */
final class Lexicon {

  static final Sentences ENGLISH =
      new Sentences(
          " ",
          'M',
          "M. Pw. Onv. Oanv. Onvy. Oanvy. L,dnv. Onvpdn. Oanvpdn. L,danvy. Oanvpdan. L,dnvpdn."
              + " Oanvypdan.",
          """
          O The Every Each One This That Our Another
          P Children Friends Stars People Students Books Trees Letters Songs Women Players Workers
          P Colors Words Parents Teachers
          M Rain Morning Snow Music Sunday Summer Winter Spring Light Nothing Everything Someone
          M Time Love Water Home Hope Night Today
          L Perhaps Maybe First Then So Now Still Meanwhile Next Later
          d the every each one this that our another
          a quiet small bright old gentle blue green golden warm slow distant narrow silver young
          a patient soft wooden hidden lonely cheerful curious
          n river garden window lantern harbor forest mountain bridge clock village kitchen letter
          n boat island candle library valley teacher baker painter sailor cat fox bird train road
          n tower piano blanket basket
          v waits turns listens sings rests shines sleeps walks grows moves returns floats dances
          v smiles whispers stands appears
          w wait turn listen drift sing wander rest shine sleep walk grow move return float dance
          w smile gather
          y slowly quietly softly gently again together today tomorrow everywhere already always
          y nearby often
          p beside beyond under near above behind across toward around beneath within past through
          """);

  static final Sentences CHINESE =
      new Sentences(
          "",
          'i',
          "i。 yi。 nyi。 nvn。 Lnvn。 nyvn。 a的nvn。 a的nyi。 a的nyvn。 La的nvn。 a的nva的n。 a的nyva的n。"
              + " La的nyva的n。",
          """
          L 也许 首先 然后 现在 于是 后来 接着 或许 最后 其实
          a 安静 明亮 温暖 遥远 柔软 神秘 勇敢 快乐 认真 善良 整齐 清晰 新鲜
          n 花园 森林 村庄 老师 音乐 阳光 月亮 图书馆 海洋 火车 窗户 春天 秋天 雨水 房间 小镇 街道 天空 画家 医生
          n 船 山谷 厨房 灯光 钢琴
          v 等待 寻找 看见 喜欢 穿过 靠近 离开 守护 记得 欢迎 想起 陪伴 经过 走进 照亮 听见 遇见 拥抱 观察
          y 慢慢 轻轻 静静 总是 常常 已经 再次 悄悄 一起 今天 忽然 依然 仍然
          i 微笑 出现 等待 休息 跳舞 唱歌 成长 旅行 散步 消失 回来 移动 思考 前进
          """);

  static final Sentences JAPANESE =
      new Sentences(
          "",
          'n',
          "i。 yi。 nはi。 anはi。 nはyi。 nはnをv。 anはyi。 anはnをv。 anはanをv。 Lanはnをv。 Lanはanをv。"
              + " Lanはanをyv。",
          """
          L そして でも 今 まず
          a 新しい 古い 小さな 大きな 美しい 若い
          n 猫 犬 花 山 川 海 空 雨 月 町 村 先生 学生 世界 船 家 本 道 森 鳥 春 秋 冬 夏 朝 夜
          v 聞く 食べる 考える 買う
          i 行く 来る 変わる 続く
          y いつも また ゆっくり すぐ もう まだ 一緒に よく 少し
          """);

  static final Sentences KOREAN =
      new Sentences(
          " ",
          'N',
          "M. Rv. N이v. Sn이v. N이yv. Sn이yv. San이v. San이yv. N이v.N이v. N이v.Sn이v. Sn이v.Sn이v.",
          """
          M 예
          R 다 더
          N 시간 물 집 말 강 책 방 문
          S 이 그 저
          n 시간 물 집 말 강 책 방 문
          a 큰 새로운 좋은 작은
          y 다시 함께 지금 항상 오늘 더 잘 많이
          v 있다 된다 없다 같다
          """);

  static final Sentences RUSSIAN =
      new Sentences(
          " ",
          'M',
          "M. Lv. Lnv. Lanv. Lnvx. Lanvx. Lynvx. Lyanvx. Lnv,knv. Lanv,knv. Lanv,kanv.",
          """
          M Я Вы Как
          L И А
          a большой новый первый другой
          n дом город день мир человек друг год свет язык стол час
          v стоит работает говорит знает будет
          y сегодня всегда снова уже потом
          x здесь там вместе
          k и
          """);

  static final Sentences GERMAN =
      new Sentences(
          " ",
          'M',
          "M. Hv. Pw. Hvy. Pwy. Onv. Env. Oanv. Onvy. Envy. Lvdn. Oanvy. Lvcan. Hvpgn. Pwpgn. Onvpgn."
              + " Envpgn. Hvypgn. Hvpgbn. Oanvpgn. Onvypgn. Oanvpgbn. Lvcanpgn. Oanvypgbn.",
          """
          M Ja Winter
          H Er Es Man Das
          P Wir Alle
          L Hier Da So
          O Der
          E Ein
          c der
          d der ein mein sein kein
          g dem einem jedem seinem diesem
          a alte kleine neue junge lange gute große schöne erste deutsche beste moderne
          b kleinen neuen guten großen ersten deutschen besten letzten eigenen
          n Mann Tag Weg Park Hund Baum Garten Winter Sommer Freund Wind Ort Platz Berg Markt Stern
          n Film Text Brief Zug Raum Wald See Stein Bus Kaiser König Plan Gast Minister Test Computer
          n Club Ball
          v geht kommt bleibt steht liegt
          w gehen kommen spielen stehen leben bleiben helfen sehen
          y heute dort hier wieder immer oft bald schon noch jetzt sofort weiter gerne
          p mit von vor bei nach aus hinter neben über unter zu
          """);

  static final Sentences FRENCH =
      new Sentences(
          " ",
          'M',
          "M. Hv. Onv. Hvy. Oanv. Onvy. Ldnv. Oanvy. Hvpdn. Ldanv. Onvpdn. Hvypdn. Oanvpdn. Onvypdn."
              + " Oanvpdan. Oanvypdn. Ldanvpdn. Oanvypdan.",
          """
          M Non Bon
          H Il On
          L Mais Et
          O Le Ce Un Mon Son Ton
          d le un ce mon son notre votre leur
          a petit grand nouveau vieux bon beau jeune premier dernier vrai seul long
          n monde jour temps livre pays projet chemin soir train jardin roi vent film village bois lac
          n pont client public chat fils sport texte corps groupe site jeu mot nom point sol
          v passe reste change commence attend vit dort arrive part continue vient
          y ici bien toujours souvent encore vite maintenant loin
          p dans sur sous avec pour vers devant sans par chez
          """);

  static final Sentences SPANISH =
      new Sentences(
          " ",
          'M',
          "M. Hv. Onv. Hvy. Oanv. Onvy. Ldnv. Oanvy. Hvpdn. Ldanv. Onvpdn. Hvypdn. Oanvpdn. Onvypdn."
              + " Oanvpdan. Oanvypdn. Ldanvpdn. Oanvypdan.",
          """
          M Todo No
          H Todo
          L Y
          O El Este Un Mi Su Tu
          d el un este mi su otro
          a gran buen primer mejor propio nuevo pequeño segundo
          n mundo tiempo camino libro hombre día año lugar pueblo mar sol padre amigo hijo tren niño
          n juego equipo centro mercado país grupo cuerpo texto proyecto punto sistema estado nombre
          v vive pasa queda sigue viene espera entra sale va
          y hoy siempre aquí bien luego ahora mañana tarde cerca también
          p con para sobre hacia por desde en
          """);

  static final Sentences PORTUGUESE =
      new Sentences(
          " ",
          'M',
          "M. Hv. Onv. Hvy. Oanv. Onvy. Ldnv. Oanvy. Hvpdn. Ldanv. Onvpdn. Hvypdn. Oanvpdn. Onvypdn."
              + " Oanvpdan. Oanvypdn. Ldanvpdn. Oanvypdan.",
          """
          M Sim
          H Ele
          L Mas E
          O O Este Um
          d o um este meu seu outro
          a grande novo bom melhor primeiro último segundo próprio
          n mundo tempo livro homem dia ano lugar rio mar sol pai amigo filho trem professor jogo
          n grupo país corpo texto projeto ponto mercado
          v vive fica segue vem espera volta entra vai
          y hoje sempre aqui ali bem agora depois também
          p com para sobre
          """);

  static final Sentences ITALIAN =
      new Sentences(
          " ",
          'M',
          "M. Hv. Onv. Hvy. Oanv. Onvy. Ldnv. Oanvy. Hvpdn. Ldanv. Onvpdn. Hvypdn. Oanvpdn. Onvypdn."
              + " Oanvpdan. Oanvypdn. Ldanvpdn. Oanvypdan.",
          """
          M Io Tu
          H Si
          L Ma E
          O Il Un
          d il un questo ogni
          a grande nuovo primo bel vero
          n mondo tempo giorno libro posto mare sole padre re corpo cane punto centro nome caso
          v vive resta viene entra va sta
          y oggi sempre qui bene ora poi anche ancora
          p con per
          """);

  private Lexicon() {}
}
